using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Confluence.Generated.Errors.Text;
using Confluence.Generated.Json;

namespace Confluence.Generated.ReadModifyWrite;

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

    /// <summary>A text that has to be sent: the one wanted, or else the one that was read.</summary>
    /// <param name="name">What messages call it; it is the name of the argument too.</param>
    /// <param name="read">The one that was read.</param>
    /// <param name="wanted">The one that the caller gave.</param>
    /// <param name="most">The most characters that it may have.</param>
    public string Text(string name, string? read, string? wanted, int most = int.MaxValue) =>
        Given(name, wanted, most) ?? (string.IsNullOrEmpty(read) ? throw Lacking(name, isArgument: true) : read);

    /// <summary>A text that has to be sent as it was read.</summary>
    public string Read(string name, string? read) => string.IsNullOrEmpty(read) ? throw Lacking(name, isArgument: false) : read;

    /// <summary>A text that the caller has to give.</summary>
    public string Wanted(string argument, [NotNull] string? wanted, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(wanted, argument);
        return Given(argument, wanted, most) ?? wanted;
    }

    /// <summary>A text that the caller may give; null stays null, and is not sent.</summary>
    public string? Given(string argument, string? wanted, int most = int.MaxValue)
    {
        if (wanted is { Length: 0 })
        {
            throw Unusable(argument, "is empty; give it some text, or leave it out to change nothing.");
        }

        return wanted?.Length > most ? throw Unusable(argument, $"has {wanted.Length} characters; at most {most} are allowed.") : wanted;
    }

    /// <summary>A text that may be left out: the one wanted, or else the one that was read; an empty one that was read is not sent.</summary>
    public string? OptionalText(string name, string? read, string? wanted, int most = int.MaxValue) =>
        Given(name, wanted, most) ?? (string.IsNullOrEmpty(read) ? null : read);

    /// <summary>A text that is sent only as one of those that say something.</summary>
    public static string? Only(string? read, ReadOnlySpan<string> when) => read is not null && when.Contains(read) ? read : null;

    /// <summary>Something else that has to be sent.</summary>
    public T Needed<T>(string name, T? value, bool isArgument)
        where T : class => value ?? throw Lacking(name, isArgument);

    /// <inheritdoc cref="Needed{T}(string, T, bool)"/>
    public T Needed<T>(string name, T? value, bool isArgument)
        where T : struct => value ?? throw Lacking(name, isArgument);

    /// <summary>One of the values that an update takes: the one wanted, or else the one that was read.</summary>
    public T OneOf<T>(string name, T? read, T? wanted, ReadOnlySpan<string> accepted)
        where T : struct, IOpenEnum => OptionalOneOf(name, read, wanted, accepted) ?? throw Lacking(name, isArgument: true);

    /// <summary>The same where none is needed.</summary>
    public T? OptionalOneOf<T>(string name, T? read, T? wanted, ReadOnlySpan<string> accepted)
        where T : struct, IOpenEnum
    {
        T? value = wanted ?? read;
        return value is null || accepted.Contains(value.Value.Value)
            ? value
            : throw Unusable(name, $"is {Shown(value.Value.Value)}; an update takes {Listed(accepted)} only. Give {(accepted.Length == 1 ? "that" : "one of them")}.");
    }

    /// <summary>The number of the version after the one that was read.</summary>
    public int NextVersion(long? read) => SameVersion(read) + 1;

    /// <summary>The number of the version that was read.</summary>
    public int SameVersion(long? read) => read switch
    {
        null => throw Refuse("was read without a version number, so the next one is unknown. Read it again, with its version."),
        < 1 or >= int.MaxValue => throw Refuse($"was read with the version number {read}, which is not valid. Read it again."),
        _ => (int)read,
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

    /// <summary>The same where it must be an object.</summary>
    public JsonElement Object(JsonElement? read, JsonElement? wanted)
    {
        JsonElement value = Value(read, wanted);
        return value.ValueKind == JsonValueKind.Object ? value : throw Unusable("value", $"is a JSON {value.ValueKind}; an update takes a JSON object. Put it into one.");
    }

    /// <summary>Accepts only what is current; <paramref name="remedy"/> says what to do about the rest.</summary>
    public void RequireCurrent(string? status, string remedy)
    {
        if (status is not (null or "" or "current"))
        {
            throw Refuse($"has the status {Shown(status)}; an update takes only what is current. {remedy}");
        }
    }

    /// <summary>Accepts at most one of some arguments.</summary>
    public void AtMostOne(ReadOnlySpan<(string Name, bool IsGiven)> arguments)
    {
        int given = 0;
        List<string> names = [];
        foreach ((string name, bool isGiven) in arguments)
        {
            names.Add(name);
            given += isGiven ? 1 : 0;
        }

        if (given > 1)
        {
            throw Refuse($"takes at most one of the arguments {string.Join(", ", names[..^1])} and {names[^1]}. Leave out all but one.");
        }
    }

    /// <summary>An exception about what was read.</summary>
    public ArgumentException Refuse(string problem) =>
        new($"The {_kind}{(string.IsNullOrEmpty(_id) ? "" : " " + Shown(_id))} {problem}", _parameter);

    /// <summary>An exception about another argument of the same call.</summary>
    public ArgumentException Unusable(string argument, string problem) =>
        new($"The {argument} for the {_kind}{(string.IsNullOrEmpty(_id) ? "" : " " + Shown(_id))} {problem}", argument);

    private ArgumentException Lacking(string name, bool isArgument) =>
        Refuse($"was read without its {name}, which the update has to send. {(isArgument ? $"Give one in the argument {name}." : "Read it again.")}");

    private static string Listed(ReadOnlySpan<string> texts) =>
        texts.Length == 1 ? texts[0] : $"{string.Join(", ", texts[..^1].ToArray())} and {texts[^1]}";

    /// <summary>Text of the server's, fit for a message.</summary>
    public static string Shown(string text) => SafeText.Clean(text, LongestName) ?? "(blank)";
}
