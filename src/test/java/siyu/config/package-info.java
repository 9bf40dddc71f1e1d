@NullMarked
package siyu.config;

import org.jspecify.annotations.NullMarked;
