using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>Reads one value: the reader stands on its first token, and afterwards on its last.</summary>
internal delegate T JsonItemReader<T>(ref Utf8JsonReader reader);

/// <summary>Writes one value.</summary>
internal delegate void JsonItemWriter<in T>(Utf8JsonWriter writer, T value);
