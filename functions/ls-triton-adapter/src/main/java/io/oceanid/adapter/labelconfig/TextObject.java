package io.oceanid.adapter.labelconfig;

/**
 * A {@code <Text>} that shows a text from the task's data.
 *
 * @param name a region's {@code to_name}
 * @param path where the text stands
 * @param isUrl whether what stands there is the text's address instead ({@code valueType="url"})
 */
public record TextObject(String name, DataPath path, boolean isUrl, TextEncoding encoding) {}
