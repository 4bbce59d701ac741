using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Confluence.Generated.Errors;
using Confluence.Generated.Json;

namespace Confluence.Generated.V2.ReadModifyWrite;

/// <summary>
/// What was read, as the source of a request that writes it back. It hands out what every write needs, and refuses what no write accepts,
/// with a message that names what was read and says how to go on.
/// </summary>
internal readonly struct RequestSource
{
    private const int LongestName = 100;

    private readonly string _kind;
    private readonly string _parameter;
    private readonly string? _id;

    /// <summary>Names what was read: its kind (<c>blog post</c>), the parameter it came in, and its id or key.</summary>
    public RequestSource(string kind, [NotNull] object? read, string parameter, string? id)
    {
        ArgumentNullException.ThrowIfNull(read, parameter);
        _kind = kind;
        _parameter = parameter;
        _id = id;
    }

    /// <summary>The id; it has to be there.</summary>
    public string Id => string.IsNullOrEmpty(_id) ? throw Refuse("was read without an id, so no request can name it. Read it again.") : _id;

    /// <summary>A text that has to be sent: the one wanted, or else the one that was read.</summary>
    public string Text(string member, string? read, string? wanted)
    {
        if (wanted is { Length: 0 })
        {
            throw Unusable(member, "is empty; give it some text, or leave it out to keep what was read.");
        }

        return wanted ?? (string.IsNullOrEmpty(read) ? throw Refuse($"was read without a {member}, which the update has to send. Give one in the argument {member}.") : read);
    }

    /// <summary>An id that the caller may give; null stays null, and is not sent.</summary>
    public string? OptionalId(string argument, string? wanted) =>
        wanted is { Length: 0 } ? throw Unusable(argument, "is empty; give an id, or leave it out to change nothing.") : wanted;

    /// <summary>The number after the one that was read.</summary>
    public int NextVersion(long? read) => read switch
    {
        null => throw Refuse("was read without a version number, so the next one is unknown. Read it again, with its version."),
        < 1 or >= int.MaxValue => throw Refuse($"was read with the version number {read}, which is none. Read it again."),
        _ => (int)read + 1,
    };

    /// <summary>The JSON value that has to be sent: the one wanted, or else the one that was read.</summary>
    public JsonElement Value(JsonElement? read, JsonElement? wanted)
    {
        if (wanted is { ValueKind: JsonValueKind.Undefined })
        {
            throw Unusable("value", "is the default JsonElement, which holds nothing. Make one with JsonSerializer.SerializeToElement.");
        }

        return wanted ?? (read is null or { ValueKind: JsonValueKind.Undefined } ? throw Refuse("was read without a value. Give one in the argument value.") : read.Value);
    }

    /// <summary>Accepts only what is current; <paramref name="remedy"/> says what to do about the rest.</summary>
    public void RequireCurrent(IOpenEnum? status, string remedy)
    {
        if (status is not null && status.Value is not ("" or "current"))
        {
            throw Refuse($"has the status {Shown(status.Value)}; an update takes only what is current. {remedy}");
        }
    }

    /// <summary>An exception about what was read.</summary>
    public ArgumentException Refuse(string problem) =>
        new($"The {_kind}{(string.IsNullOrEmpty(_id) ? "" : " " + Shown(_id))} {problem}", _parameter);

    /// <summary>An exception about another argument of the same call.</summary>
    public ArgumentException Unusable(string argument, string problem) =>
        new($"The {argument} for the {_kind}{(string.IsNullOrEmpty(_id) ? "" : " " + Shown(_id))} {problem}", argument);

    /// <summary>Text of the server's, fit for a message.</summary>
    public static string Shown(string text) => SafeText.Clean(text, LongestName) ?? "(blank)";
}
