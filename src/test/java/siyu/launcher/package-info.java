/** Tests of the shell scripts in src/main/launcher. */
@NullMarked
package siyu.launcher;

import org.jspecify.annotations.NullMarked;
