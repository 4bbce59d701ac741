using System.Globalization;

namespace Confluence.Generated.Retrieval.Search;

/// <summary>Puts a CQL query together.</summary>
internal readonly struct CqlText
{
    private static readonly TimeSpan s_margin = TimeSpan.FromHours(15);

    private readonly string _text;

    private CqlText(string text) => _text = text;

    public static CqlText Of(string clause) => new(clause);

    /// <summary>A text between quotes.</summary>
    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>
    /// A moment that is surely not later than the one given. CQL knows nothing finer than a minute and reads times in the time zone of the account,
    /// which is at most 14 hours away from UTC; its index lags behind by minutes.
    /// </summary>
    public static string Since(DateTimeOffset time) => Text(time.UtcTicks > s_margin.Ticks ? time - s_margin : DateTimeOffset.MinValue);

    /// <summary>A moment that is surely not earlier than the one given.</summary>
    public static string Until(DateTimeOffset time) => Text(DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks > s_margin.Ticks ? time + s_margin : DateTimeOffset.MaxValue);

    public CqlText And(string? clause) => clause is null ? this : new CqlText($"{_text} and {clause}");

    public CqlText OrderBy(string field) => new($"{_text} order by {field}");

    public override string ToString() => _text;

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("\\\"yyyy-MM-dd HH:mm\\\"", CultureInfo.InvariantCulture);
}
