/** See README.md, "The house". */
@NullMarked
package siyu.config;

import org.jspecify.annotations.NullMarked;
