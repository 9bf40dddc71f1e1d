@NullMarked
package siyu.benefit;

import org.jspecify.annotations.NullMarked;
