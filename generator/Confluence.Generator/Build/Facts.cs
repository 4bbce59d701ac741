using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Documentation made of what the document states: wire names, limits, defaults, scopes, permissions, the reference page.</summary>
internal static class Facts
{
    public static DocModel Type(string what, string api) => DocModel.Of($"{what} of the {api} API.");

    /// <summary>What overlays say where anybody may call an operation who can use the site.</summary>
    private const string NoPermission = "No particular permission";

    private static readonly string[] s_openEnum = ["The server may send values that are not listed here; they are kept as they came."];

    public static DocModel Enum(string what, string api) => new(
        $"The known values of {what} of the {api} API.",
        s_openEnum);

    public static DocModel Member(string wireName, SpecSchema schema, bool required, bool guaranteed, NullMeaning isNull)
    {
        var sentences = new List<string> { $"The member `{wireName}`." };
        if (required && isNull == NullMeaning.Absent)
        {
            sentences.Add("A request must give it; null when an answer came without it.");
        }
        else if (required && isNull == NullMeaning.Value)
        {
            sentences.Add("A request must give it; null is sent as null.");
        }
        else if (guaranteed)
        {
            sentences.Add("Never null: answers carry it. Reading it throws a `ConfluenceResponseException` when the answer did not, or the object was made without it.");
        }

        if (schema.Deprecated)
        {
            sentences.Add("Deprecated: it may go.");
        }

        sentences.AddRange(Limits(schema));
        return DocModel.Of(string.Join(" ", sentences));
    }

    /// <summary>A parameter that must be given: what it is, where its name tells, and how the wire calls it.</summary>
    public static DocModel Argument(SpecParameter parameter, SpecSchema schema, string name, bool isList)
    {
        string wire = $"the {(parameter.Place == SpecParameterPlace.Path ? "path" : "query")} parameter `{parameter.Name}`.";
        string? what = OfWhat(name, "Id", "id", isList) ?? OfWhat(name, "Key", "key", isList) ?? OfWhat(name, "Name", "name", isList) ?? OfWhat(name, "Number", "number", isList);
        return DocModel.Of(string.Join(" ", [what is null ? char.ToUpperInvariant(wire[0]) + wire.Substring(1) : $"{what}: {wire}", .. Limits(schema)]));
    }

    private static string? OfWhat(string name, string ending, string word, bool isList)
    {
        if (name.Length <= ending.Length || !name.EndsWith(ending, StringComparison.Ordinal))
        {
            return null;
        }

        string owner = string.Concat(name.Substring(0, name.Length - ending.Length).Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
        return isList ? $"The {word}s of the {Plurals.Plural(owner)}" : $"The {word} of the {owner}";
    }

    public static DocModel Parameter(SpecParameter parameter, SpecSchema schema)
    {
        var sentences = new List<string> { $"The {(parameter.Place == SpecParameterPlace.Path ? "path" : "query")} parameter `{parameter.Name}`." };
        sentences.AddRange(Limits(schema));
        return DocModel.Of(string.Join(" ", sentences));
    }

    public static DocModel Operation(SpecOperation operation, string path, string referenceUrl, bool isList, int? largestPage, int? usualPage)
    {
        var remarks = new List<string>();
        if (isList)
        {
            string size = (usualPage ?? largestPage) is { } number ? $"{number} results are asked for at a time" : "The server decides how many results come at a time";
            remarks.Add(largestPage is { } most && most != (usualPage ?? most) ? $"{size}; `PageSize` takes 1 to {most}." : $"{size}{(largestPage is null ? "" : ", the most that it gives")}; `PageSize` changes that.");
        }

        if (operation.CsPermission is { } permission)
        {
            remarks.Add(permission == NoPermission ? "No permission is required." : "Required permission: " + permission.TrimEnd('.') + ".");
        }

        remarks.Add(operation.Scopes.Count == 0
            ? "Required OAuth 2.0 scope: Atlassian's document names none."
            : $"Required OAuth 2.0 {(operation.Scopes.Count == 1 ? "scope" : "scopes")}: " + string.Join(", ", operation.Scopes.Select(scope => "`" + scope + "`")) + ".");
        if (operation.Experimental)
        {
            remarks.Add("Experimental: Atlassian may change or withdraw it without notice.");
        }

        remarks.Add($"Reference: <{referenceUrl}>");
        return new DocModel($"`{operation.Method} {path}` (operation `{operation.Id}`).", remarks);
    }

    private static IEnumerable<string> Limits(SpecSchema schema)
    {
        // An enum that an overlay names may have the values of other places too.
        if ((schema.Items ?? schema) is { CsName: not null, Enum: { } values })
        {
            yield return $"Known values here: {string.Join(", ", values.Select(value => $"`{value}`"))}.";
        }

        if (schema.Minimum is not null && schema.Maximum is not null)
        {
            yield return $"From {schema.Minimum} to {schema.Maximum}.";
        }
        else if (schema.Minimum is not null)
        {
            yield return $"At least {schema.Minimum}.";
        }
        else if (schema.Maximum is not null)
        {
            yield return $"At most {schema.Maximum}.";
        }

        if (schema.MaxItems is not null)
        {
            yield return $"At most {schema.MaxItems} values.";
        }

        if (schema.MaxLength is not null)
        {
            yield return $"At most {schema.MaxLength} characters.";
        }

        if (schema.Default is { } value and not "\"\"" and not "null")
        {
            yield return $"The server's default is `{value.Trim('"')}`.";
        }
    }
}
