using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Documents;
using Microsoft.OpenApi;

namespace Confluence.Contract.Tests.Samples;

/// <summary>
/// Makes JSON that obeys a schema. The same schemas in the same order always give the same samples, and no two texts or numbers in the
/// samples of one maker are the same where the schema leaves a choice, so that whatever is swapped is noticed.
/// </summary>
/// <param name="style">What the samples hold.</param>
/// <param name="isAnswer">Whether the samples come from a server: it sends unknown members, and keeps what is known to be always there.</param>
internal sealed class SampleMaker(SampleStyle style, bool isAnswer)
{
    /// <summary>The beginning of names of members that no document knows.</summary>
    public const string UnknownMember = "unknownMember";

    /// <summary>The beginning of names that stand in objects whose names are free.</summary>
    public const string FreeMember = "freeMember";

    /// <summary>How often a named schema comes with all its members; further ones have their scalars only, or v1 answers would be megabytes.</summary>
    private const int FullTimes = 2;

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly ScalarSamples _scalars = new(style == SampleStyle.Newer, pattern: (int)style);
    private int _alternative;

    /// <summary>A sample of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name of the member or parameter that it is for; texts begin with it.</param>
    public JsonNode? Make(IOpenApiSchema schema, string name)
    {
        if (schema.OneOf is { Count: > 0 } alternatives)
        {
            return Make(alternatives[_alternative++ % alternatives.Count], name);
        }

        return Schemas.TypeOf(schema) switch
        {
            null => new JsonObject { ["any"] = new JsonArray(_scalars.Text(name), _scalars.Number(), null, true) },
            JsonSchemaType.Object => MakeObject(schema),
            JsonSchemaType.Array => MakeArray(schema, name),
            _ => _scalars.Make(schema, name),
        };
    }

    private JsonArray MakeArray(IOpenApiSchema schema, string name)
    {
        IOpenApiSchema items = schema.Items ?? throw new InvalidOperationException($"The array '{name}' says nothing of its items.");
        int choice = Schemas.EnumOf(items).Count is > 0 and int values && style != SampleStyle.Newer ? values : int.MaxValue;
        return new JsonArray([.. Enumerable.Range(0, Math.Min(Math.Min(2, choice), schema.MaxItems ?? 2)).Select(_ => Make(items, name))]);
    }

    private JsonObject MakeObject(IOpenApiSchema schema)
    {
        IReadOnlySet<string> required = isAnswer ? Schemas.Guaranteed(schema) : Schemas.Required(schema);
        bool isFull = IsFull(schema);
        JsonObject sample = [];
        foreach (SchemaMember member in Schemas.Members(schema))
        {
            if (required.Contains(member.Name))
            {
                Put(sample, member.Name, Make(member.Schema, member.Name));
            }
            else if (style == SampleStyle.Null || (style == SampleStyle.Nullable && Schemas.IsNullable(member.Schema)))
            {
                sample[member.Name] = null;
            }
            else if (style != SampleStyle.Sparse && (isFull || IsScalar(member.Schema)))
            {
                Put(sample, member.Name, Make(member.Schema, member.Name));
            }
        }

        // A page that says that there is more than it holds makes a client ask on.
        if (sample["totalSize"] is JsonValue && sample["results"] is JsonArray results)
        {
            sample["totalSize"] = results.Count;
        }

        AddOthers(schema, sample);
        return sample;
    }

    /// <summary>Two parts of an <c>allOf</c> may describe the same member, such as <c>_links</c>; the sample obeys both.</summary>
    private static void Put(JsonObject sample, string name, JsonNode? value)
    {
        if (sample[name] is JsonObject known && value is JsonObject added)
        {
            foreach ((string member, JsonNode? node) in added)
            {
                known[member] = node?.DeepClone();
            }
        }
        else
        {
            sample[name] = value;
        }
    }

    /// <summary>Adds the members that the schema does not name.</summary>
    private void AddOthers(IOpenApiSchema schema, JsonObject sample)
    {
        bool hasMembers = Schemas.Members(schema).Any();
        if (style == SampleStyle.Sparse)
        {
            return;
        }

        if (schema.AdditionalProperties is { } values)
        {
            for (int i = 0; i < 2; i++)
            {
                sample[_scalars.Name(FreeMember)] = Make(values, FreeMember);
            }
        }
        else if (!hasMembers)
        {
            sample[_scalars.Name(FreeMember)] = _scalars.Text(FreeMember);
        }
        else if (isAnswer)
        {
            sample[_scalars.Name(UnknownMember)] = new JsonObject { ["kept"] = new JsonArray(_scalars.Number(), _scalars.Text("kept"), null) };
        }
    }

    private bool IsFull(IOpenApiSchema schema)
    {
        if (Schemas.NameOf(schema) is not { } name)
        {
            return true;
        }

        _times.TryGetValue(name, out int times);
        _times[name] = times + 1;
        return times < FullTimes;
    }

    private static bool IsScalar(IOpenApiSchema schema) =>
        Schemas.TypeOf(schema) is JsonSchemaType.Boolean or JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.String && schema.OneOf is not { Count: > 0 };
}
