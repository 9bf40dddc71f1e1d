/** See README.md, "The house". */
@NullMarked
package siyu.program;

import org.jspecify.annotations.NullMarked;
