@NullMarked
package siyu.program;

import org.jspecify.annotations.NullMarked;
