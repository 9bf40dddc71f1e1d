@NullMarked
package siyu.group;

import org.jspecify.annotations.NullMarked;
