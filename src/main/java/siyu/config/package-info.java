/**
 * YAML as it stands in the file: {@link siyu.config.YamlReader} turns text into {@link siyu.config.Node}s that know their
 * exact place, and {@link siyu.config.Shape} says what may stand where. From a shape come the structural checks (all problems
 * at once, by {@link siyu.config.ShapeCheck}) and the JSON Schema ({@link siyu.config.SchemaWriter}), so that the two cannot
 * disagree.
 *
 * <p>Only a small, plain part of YAML 1.2 is taken: no anchors, aliases, merge keys, tags, duplicate keys or second documents.
 * Plain {@code yes}, {@code no}, {@code on} and {@code off} are text.
 *
 * <p>Imports {@code core} only; knows nothing of what the keys mean.
 */
@NullMarked
package siyu.config;

import org.jspecify.annotations.NullMarked;
