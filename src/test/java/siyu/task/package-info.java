@NullMarked
package siyu.task;

import org.jspecify.annotations.NullMarked;
