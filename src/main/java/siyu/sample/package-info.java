/** See README.md, "The house". */
@NullMarked
package siyu.sample;

import org.jspecify.annotations.NullMarked;
