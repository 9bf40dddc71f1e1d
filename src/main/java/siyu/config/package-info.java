/**
 * YAML as it stands in the file: {@link siyu.config.YamlReader} turns text into {@link siyu.config.Node}s that know their exact
 * place, and {@link siyu.config.Shape} says what may stand where. From a shape come the structural checks (all problems at once,
 * by {@link siyu.config.ShapeCheck}) and the JSON Schema ({@link siyu.config.SchemaWriter}), so that the two cannot disagree.
 *
 * <p>Only a small, plain part of YAML 1.2 is taken: no anchors, aliases, merge keys, tags, duplicate keys or second documents.
 * Plain {@code yes}, {@code no}, {@code on} and {@code off} are text. A file is read to its end in bounded time and memory,
 * whatever is in it, and after a piece that cannot be read it goes on.
 *
 * <p>Knows nothing of what the keys mean: shapes are given by those who do.
 *
 * <p>Imports {@code core}; imported by {@code lottery}, {@code program}, {@code command} and {@code siyu}.
 */
@NullMarked
package siyu.config;

import org.jspecify.annotations.NullMarked;
