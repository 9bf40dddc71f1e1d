@NullMarked
package siyu.level;

import org.jspecify.annotations.NullMarked;
