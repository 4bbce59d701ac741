using System.Text.Json;

namespace Confluence.Generated.Json;

internal partial struct JsonModelState
{
    /// <summary>Has a member that is left null written as null. Called when a caller makes an object of which the service wants the null.</summary>
    public void SendNull(int index) => _nulls |= Bit(index);

    /// <summary>Writes text.</summary>
    public readonly void String(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, string? value)
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a text that may be long.</summary>
    public readonly void Text(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, in JsonText value)
    {
        if (!IsSettled(writer, index, name, value.IsNull))
        {
            writer.WritePropertyName(name);
            value.Write(writer);
        }
    }

    /// <summary>Writes a whole number.</summary>
    public readonly void Int32(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, int? value)
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a whole number.</summary>
    public readonly void Int64(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, long? value)
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a number.</summary>
    /// <exception cref="JsonException">The number is not finite.</exception>
    public readonly void Double(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, double? value)
    {
        if (IsSettled(writer, index, name, value is null))
        {
            return;
        }

        if (!double.IsFinite(value.GetValueOrDefault()))
        {
            throw JsonErrors.NotWritable(name, "JSON has no infinity and no NaN.");
        }

        writer.WriteNumber(name, value.GetValueOrDefault());
    }

    /// <summary>Writes true or false.</summary>
    public readonly void Boolean(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, bool? value)
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WriteBoolean(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a point in time.</summary>
    public readonly void DateTime(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WritePropertyName(name);
            JsonDates.Write(writer, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes any JSON, as it is.</summary>
    /// <exception cref="JsonException">The value is the default <see cref="JsonElement"/>.</exception>
    public readonly void Element(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (IsSettled(writer, index, name, value is null))
        {
            return;
        }

        if (value.GetValueOrDefault().ValueKind == JsonValueKind.Undefined)
        {
            throw JsonErrors.NotWritable(name, "its JsonElement is the default one, which holds nothing.");
        }

        writer.WritePropertyName(name);
        JsonItem.Element(writer, value.GetValueOrDefault());
    }

    /// <summary>Writes a member of a set of names.</summary>
    /// <exception cref="JsonException">The value is the default of its type.</exception>
    public readonly void Enum<T>(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel<T>, IOpenEnum
    {
        if (IsSettled(writer, index, name, value is null))
        {
            return;
        }

        string text = value.GetValueOrDefault().Value;
        if (text.Length == 0)
        {
            throw JsonErrors.NotWritable(name, $"it is the default {typeof(T).Name}, which stands for no value. Leave the member null or give it a value.");
        }

        writer.WriteString(name, text);
    }

    /// <summary>Writes an object.</summary>
    public readonly void Model<T>(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonModel<T>
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WritePropertyName(name);
            value!.Write(writer); // A null value is settled.
        }
    }

    /// <summary>Writes a value that takes one of several shapes.</summary>
    public readonly void Union<T>(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonModel<T>
    {
        if (!IsSettled(writer, index, name, value is null))
        {
            writer.WritePropertyName(name);
            value.GetValueOrDefault().Write(writer);
        }
    }

    /// <summary>Writes a list.</summary>
    /// <exception cref="JsonException">An item is null or cannot be written.</exception>
    public readonly void List<T>(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, IReadOnlyList<T>? value, JsonItemWriter<T> item)
    {
        if (IsSettled(writer, index, name, value is null))
        {
            return;
        }

        writer.WritePropertyName(name);
        try
        {
            JsonItem.List(writer, value!, item); // A null value is settled.
        }
        catch (JsonException error)
        {
            throw JsonErrors.InMember(name, error);
        }
    }

    /// <summary>Writes an object whose member names are data.</summary>
    /// <exception cref="JsonException">A value is null or cannot be written.</exception>
    public readonly void Map<T>(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? value, JsonItemWriter<T> item)
    {
        if (IsSettled(writer, index, name, value is null))
        {
            return;
        }

        writer.WritePropertyName(name);
        try
        {
            JsonItem.Map(writer, value!, item); // A null value is settled.
        }
        catch (JsonException error)
        {
            throw JsonErrors.InMember(name, error);
        }
    }

    /// <summary>Writes what needs no value: the form that arrived, an explicit null, or nothing.</summary>
    /// <returns>False when there is a value and it remains to be written.</returns>
    /// <exception cref="JsonException">A caller gave the member a value and another one among the additional properties.</exception>
    private readonly bool IsSettled(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> name, bool isNull)
    {
        if (_rest is not null)
        {
            if (_rest.TryWrite(writer, index, name))
            {
                return true;
            }

            if (!isNull && _rest.IsSupplied && _rest.HasUnknown(name))
            {
                throw JsonErrors.NotWritable(name, "it has a value of its own and another one in AdditionalProperties. Remove one of them.");
            }
        }

        // A caller may have put the value of a member that is null among the additional properties.
        if (isNull && (_nulls & Bit(index)) != 0 && !(_rest is { IsSupplied: true } && _rest.HasUnknown(name)))
        {
            writer.WriteNull(name);
        }

        return isNull;
    }
}
