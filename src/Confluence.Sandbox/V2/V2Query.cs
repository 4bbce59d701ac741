using System.Globalization;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Microsoft.Extensions.Primitives;

namespace Confluence.Sandbox.V2;

/// <summary>Reads path and query parameters of v2; a value that does not fit ends the request with status 400.</summary>
internal static class V2Query
{
    /// <summary>Reads the id in the n-th placeholder of the route.</summary>
    public static long Id(this Exchange exchange, int index = 0)
    {
        string text = exchange.Value(index);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? id
            : throw V2Error.InvalidParameter("id", text, "type is long");
    }

    /// <summary>Reads one value; null when it is absent.</summary>
    public static string? One(this Exchange exchange, string name)
    {
        StringValues values = exchange.Request.Query[name];
        return values.Count == 0 ? null : values[0];
    }

    /// <summary>Reads a list of values, as a repeated parameter, with commas, or both.</summary>
    public static IReadOnlyList<string> Many(this Exchange exchange, string name, int maximum = int.MaxValue)
    {
        List<string> values = [];
        foreach (string? value in exchange.Request.Query[name])
        {
            values.AddRange((value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        return values.Count <= maximum
            ? values
            : throw V2Error.InvalidParameter(
                name, Exchange.Text(values.Count) + " values", string.Create(CultureInfo.InvariantCulture, $"at most {maximum} values"));
    }

    /// <summary>Reads a list of ids; null when it is absent.</summary>
    public static IReadOnlySet<long>? Ids(this Exchange exchange, string name, int maximum)
    {
        IReadOnlyList<string> texts = exchange.Many(name, maximum);
        if (texts.Count == 0)
        {
            return null;
        }

        HashSet<long> ids = [];
        foreach (string text in texts)
        {
            ids.Add(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
                ? id
                : throw V2Error.InvalidParameter(name, text, "type is long"));
        }

        return ids;
    }

    /// <summary>Reads values out of a fixed set; null when the parameter is absent.</summary>
    public static IReadOnlyList<string>? ManyOf(this Exchange exchange, string name, IReadOnlyList<string> allowed)
    {
        IReadOnlyList<string> values = exchange.Many(name);
        foreach (string value in values)
        {
            RequireOneOf(name, value, allowed);
        }

        return values.Count == 0 ? null : values;
    }

    /// <summary>Reads a value out of a fixed set; null when the parameter is absent.</summary>
    public static string? OneOf(this Exchange exchange, string name, IReadOnlyList<string> allowed)
    {
        string? value = exchange.One(name);
        if (value is not null)
        {
            RequireOneOf(name, value, allowed);
        }

        return value;
    }

    public static bool Flag(this Exchange exchange, string name, bool otherwise = false) => exchange.One(name) switch
    {
        null => otherwise,
        string text when bool.TryParse(text, out bool value) => value,
        string text => throw V2Error.InvalidParameter(name, text, "type is boolean"),
    };

    public static int Number(this Exchange exchange, string name, int otherwise, int minimum, int maximum)
    {
        string? text = exchange.One(name);
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= minimum && value <= maximum
            ? value
            : throw V2Error.InvalidParameter(
                name, text, string.Create(CultureInfo.InvariantCulture, $"type is integer from {minimum} to {maximum}"));
    }

    private static void RequireOneOf(string name, string value, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(value))
        {
            throw V2Error.InvalidParameter(name, value, "one of " + string.Join(", ", allowed));
        }
    }
}
