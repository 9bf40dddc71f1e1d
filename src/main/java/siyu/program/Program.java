package siyu.program;

import java.nio.file.Path;
import java.util.Map;
import siyu.fact.Vocabulary;
import siyu.rule.Definitions;

/**
 * The whole YAML of a workspace as one immutable value.
 *
 * @param name the {@code program:} word
 * @param root the workspace directory
 * @param data the data file's path as configured, resolved against the root, without {@code .mv.db}
 * @param vocabulary attributes, kinds, zone, currency
 * @param definitions metrics, segmentations, scores, tags
 * @param texts canonical text of every definition by name: what a rule's version is the hash of
 * @param hash SHA-256 of all files read and overrides, hexadecimal
 */
public record Program(
        String name,
        Path root,
        Path data,
        Vocabulary vocabulary,
        Definitions definitions,
        Map<String, String> texts,
        String hash) {}
