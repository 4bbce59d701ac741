using System.Globalization;

namespace Confluence.SpecTool.Diff.Wire;

/// <summary>Compares limits: of numbers, texts, lists and objects.</summary>
internal static class SchemaLimits
{
    private static readonly string[] s_lower = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] s_upper = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] s_flags = ["exclusiveMinimum", "exclusiveMaximum", "uniqueItems"];

    public static void Compare(SchemaComparer comparer, SchemaPair pair)
    {
        bool isPageSize = SchemaValues.IsPageSize(pair.Place);
        if (isPageSize)
        {
            SchemaValues.CompareDefault(comparer, pair, "page-size-default", $"the usual size of pages of {pair.Place.Operation}");
        }

        foreach (string keyword in s_lower)
        {
            CompareNumber(comparer, pair, keyword, isTightened: (old, now) => now > old);
        }

        foreach (string keyword in s_upper)
        {
            if (keyword == "maximum" && isPageSize)
            {
                ComparePageSize(comparer, pair);
            }
            else
            {
                CompareNumber(comparer, pair, keyword, isTightened: (old, now) => now < old);
            }
        }

        // A multiple of the old step is a multiple of a new one that divides it.
        CompareNumber(comparer, pair, "multipleOf", isTightened: (old, now) => old % now != 0);
        foreach (string keyword in s_flags)
        {
            bool old = pair.Before.IsTrue(keyword);
            bool now = pair.After.IsTrue(keyword);
            if (old != now)
            {
                Add(comparer, pair, keyword, old ? "true" : null, now ? "true" : null, isTightened: now);
            }
        }

        ComparePattern(comparer, pair);
    }

    private static void CompareNumber(SchemaComparer comparer, SchemaPair pair, string keyword, Func<decimal, decimal, bool> isTightened)
    {
        string? old = pair.Before.Text(keyword);
        string? now = pair.After.Text(keyword);
        if (old == now)
        {
            return;
        }

        // Without a limit, anything was allowed.
        bool tightened = old is null || (now is not null && isTightened(Read(old), Read(now)));
        Add(comparer, pair, keyword, old, now, tightened);
    }

    private static void ComparePageSize(SchemaComparer comparer, SchemaPair pair)
    {
        string? old = pair.Before.Text("maximum");
        string? now = pair.After.Text("maximum");
        if (old != now)
        {
            bool isLowered = old is null || (now is not null && Read(now) < Read(old));
            pair.Add(comparer.Find(pair, isLowered ? "page-size-maximum-lowered" : "page-size-maximum-raised", $"the largest page of {pair.Place.Operation} was {old ?? "not stated"} and is {now ?? "not stated"} now", old, now, "maximum"));
        }
    }

    private static void ComparePattern(SchemaComparer comparer, SchemaPair pair)
    {
        string? old = pair.Before.Text("pattern");
        string? now = pair.After.Text("pattern");
        if (old != now)
        {
            string rule = old is null ? "pattern-added" : now is null ? "pattern-removed" : "pattern-changed";
            pair.Add(comparer.Find(pair, rule, $"the pattern of {pair.Place.Text} was {old ?? "not stated"} and is {now ?? "not stated"} now", old, now, "pattern"));
        }
    }

    private static void Add(SchemaComparer comparer, SchemaPair pair, string keyword, string? old, string? now, bool isTightened) =>
        pair.Add(comparer.Find(
            pair, isTightened ? "limit-tightened" : "limit-loosened", $"{keyword} of {pair.Place.Text} was {old ?? "not stated"} and is {now ?? "not stated"} now", old is null ? null : $"{keyword} {old}", now is null ? null : $"{keyword} {now}", keyword));

    // The import has seen to it that these are numbers; some are larger than decimals can be.
    private static decimal Read(string number) => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
        ? value
        : number.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;
}
