using System.Globalization;
using System.Text;
using Confluence.Generated.Json;

namespace Confluence.Generated.Requests;

/// <summary>Collects the parameters of a query in the order in which they are added. A null value adds nothing.</summary>
internal sealed partial class QueryBuilder
{
    /// <summary>Shared by all queries without parameters, as in most calls. Never modified.</summary>
    private static readonly List<KeyValuePair<string, string>> s_none = [];

    private List<KeyValuePair<string, string>> _parameters = s_none;

    public int Count => _parameters.Count;

    private List<KeyValuePair<string, string>> Own => ReferenceEquals(_parameters, s_none) ? _parameters = [] : _parameters;

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            Own.Add(new KeyValuePair<string, string>(name, value));
        }
    }

    public void Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, double? value)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw new ArgumentException($"The query parameter '{name}' must be a finite number.", name);
        }

        Add(name, value?.ToString(CultureInfo.InvariantCulture));
    }

    public void Add(string name, bool? value) => Add(name, value is { } flag ? (flag ? "true" : "false") : null);

    public void AddUnixTime(string name, DateTimeOffset? value) => Add(name, value is { } instant ? JsonUnixTime.Text(instant) : null);

    public void Add(string name, DateTimeOffset? value) => Add(name, value is { } instant ? FormatInstant(instant) : null);

    public void AddEnum<T>(string name, T? value)
        where T : struct, IOpenEnum
    {
        if (value is { } constant)
        {
            Add(name, TextOf(name, constant));
        }
    }

    public void AddEach(string name, IReadOnlyList<string>? values) => AddEach(name, values, static (name, value) => TextOf(name, value));

    public void AddEach(string name, IReadOnlyList<int>? values) => AddEach(name, values, static (_, value) => value.ToString(CultureInfo.InvariantCulture));

    public void AddEach(string name, IReadOnlyList<long>? values) => AddEach(name, values, static (_, value) => value.ToString(CultureInfo.InvariantCulture));

    public void AddEachEnum<T>(string name, IReadOnlyList<T>? values)
        where T : struct, IOpenEnum => AddEach(name, values, TextOf);

    public void AddJoined(string name, IReadOnlyList<string>? values) => AddJoined(name, values, static (name, value) => TextOf(name, value));

    public void AddJoined(string name, IReadOnlyList<int>? values) => AddJoined(name, values, static (_, value) => value.ToString(CultureInfo.InvariantCulture));

    public void AddJoined(string name, IReadOnlyList<long>? values) => AddJoined(name, values, static (_, value) => value.ToString(CultureInfo.InvariantCulture));

    public void AddJoinedEnum<T>(string name, IReadOnlyList<T>? values)
        where T : struct, IOpenEnum => AddJoined(name, values, TextOf);

    private static string TextOf<T>(string name, T value)
        where T : struct, IOpenEnum =>
        value.Value is { Length: > 0 } text
            ? text
            : throw new ArgumentException($"The query parameter '{name}' contains a default {typeof(T).Name}, which has no value. Use one of its named values.", name);

    private static string TextOf(string name, string? value) =>
        value ?? throw new ArgumentException($"The query parameter '{name}' contains a null value. Leave it out.", name);

    // The format of Atlassian's examples; the server ignores more precision.
    private static string FormatInstant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private void AddEach<T>(string name, IReadOnlyList<T>? values, Func<string, T, string> format)
    {
        for (int i = 0; i < values?.Count; i++)
        {
            Add(name, format(name, values[i]));
        }
    }

    private void AddJoined<T>(string name, IReadOnlyList<T>? values, Func<string, T, string> format)
    {
        if (values is not { Count: > 0 })
        {
            return;
        }

        StringBuilder joined = new();
        for (int i = 0; i < values.Count; i++)
        {
            string text = format(name, values[i]);
            if (text.Contains(',', StringComparison.Ordinal))
            {
                throw new ArgumentException($"The query parameter '{name}' is sent as one comma-separated list, so no value may contain a comma; '{text}' does.", name);
            }

            joined.Append(i == 0 ? string.Empty : ",").Append(text);
        }

        Add(name, joined.ToString());
    }
}
