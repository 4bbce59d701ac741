using Confluence.Generator.Spec.Json;
using Confluence.SpecTool.Diff.Rules;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares a pair of schemas, without what is below them, and finds the pairs below.</summary>
internal sealed class SchemaComparer(WireDocument before, WireDocument after)
{
    // What the comparers below know. Of overlays' own words the generated code tells.
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "$ref", "type", "format", "nullable", "enum", "default", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "readOnly", "writeOnly", "deprecated", "required", "properties",
        "additionalProperties", "items", "oneOf", "anyOf", "allOf", "discriminator",
    };

    private readonly SchemaMembers _members = new(before, after);
    private readonly SchemaChoices _choices = new(before, after);
    private readonly SchemaParts _parts = new(before, after);

    public void Compare(SchemaPair pair, string? oldName, string? newName, bool isRenamed)
    {
        CompareNames(pair, oldName, newName, isRenamed);
        if (pair.Before["allOf"] is not null || pair.After["allOf"] is not null)
        {
            if (pair.Before["allOf"] is not null && pair.After["allOf"] is not null)
            {
                SchemaValues.CompareFlags(this, pair);
            }

            _parts.Compare(this, pair, oldName, newName);
            return;
        }

        // Where a value is of another kind altogether, its limits and members are other ones too, and saying so would say the same again.
        SchemaValues.CompareFlags(this, pair);
        if (!_choices.Compare(this, pair) && !SchemaValues.CompareType(this, pair))
        {
            SchemaValues.CompareValues(this, pair);
            SchemaLimits.Compare(this, pair);
            _members.Compare(this, pair);
        }

        foreach (string name in Names(pair.Before).Union(Names(pair.After)).Where(name => !s_known.Contains(name) && !name.StartsWith("x-cs-", StringComparison.Ordinal)))
        {
            if (pair.Before[name].Compact() != pair.After[name].Compact())
            {
                pair.Add(Find(pair, "keyword-changed", $"'{name}' of {pair.Place.Text} changed", JsonFacts.Said(name, pair.Before[name]), JsonFacts.Said(name, pair.After[name]), name));
            }
        }
    }

    /// <summary>A change at a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="text">What happened.</param>
    /// <param name="old">What stood there.</param>
    /// <param name="now">What stands there.</param>
    /// <param name="keyword">The member of the schema that says so; null for the schema as a whole.</param>
    public Finding Find(SchemaPair pair, string rule, string text, string? old, string? now, string? keyword = null)
    {
        string step = keyword is null ? "" : "/" + keyword;
        return new Finding(RuleTable.Of(rule), pair.Place, text, old, now) { Pointers = (before.PointerOf(pair.Before) is { } was ? was + step : null, after.PointerOf(pair.After) is { } isNow ? isNow + step : null) };
    }

    private void CompareNames(SchemaPair pair, string? oldName, string? newName, bool isRenamed)
    {
        if (oldName == newName)
        {
            return;
        }

        // An answer that became the same schema with something added is told as parts, below.
        bool isPart = SchemaParts.Names(pair.After).Contains(oldName) || SchemaParts.Names(pair.Before).Contains(newName);
        if (isPart)
        {
            return;
        }

        (string rule, string text) = (oldName, newName) switch
        {
            (null, _) => ("schema-named", $"{pair.Place.Text} was written inline and is the schema {newName} now"),
            (_, null) => ("schema-inlined", $"{pair.Place.Text} was the schema {oldName} and is written inline now"),
            _ when isRenamed => ("schema-renamed", $"the schema {oldName} is called {newName} now"),
            _ => ("schema-replaced", $"{pair.Place.Text} was the schema {oldName} and is the schema {newName} now"),
        };
        pair.Add(Find(pair, rule, text, oldName, newName));
    }

    private static IEnumerable<string> Names(JsonObject node) => node.Members.Select(member => member.Name);
}
