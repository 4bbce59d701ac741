using System.Text.RegularExpressions;

namespace Confluence.Cli.Settings;

/// <summary>
/// Says what the library's messages say in the words of the tool: the library advises its callers to set its options, and who types a command has
/// options of another name. The one place where the two are brought together.
/// </summary>
internal static partial class ToolWords
{
    /// <summary>Whole phrases, where a name alone would not make a sentence. They are tried in this order.</summary>
    private static readonly (Regex Phrase, string Words)[] s_phrases =
    [
        (QuotaSettings(), "See --max-wait for how long the tool waits when the site asks for it"),
        (ReadWhatElse(), "please report it"),
        (CheckedEarly(), ""),
        (RaiseResponseSize(), "Pass a smaller --page-size"),
        (FewerResults(), "ask for fewer results at a time (--page-size)"),
        (FewerAtOnce(), "and make fewer at once (--concurrency of export)"),
        (RaiseTimeout(), "raise --timeout if it may take longer"),
        (RaiseTimeoutAlone(), "Raise --timeout if it may take longer"),
        (ToldOfGaps(), ""),
        (ListedByCall(), ""),
        (BlogPostsByKinds(), "blog posts are looked for only with --kind blogpost"),
        (VersionOfLibrary(), "A later version of this tool may have it"),
        (CallOfSpaces(), "Run confluence spaces to tell them apart"),
        (ConsentAgain(), "Sign in again (confluence auth login --oauth)."),
        (SettingsOfApp(), "Check the connection and the proxy settings"),
        (NameSite(), "Name one with --site"),
        (MadeWith(), $"Set {SourceSettingsReader.SiteVariable} to "),
    ];

    /// <summary>What single names of the library are called here.</summary>
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["AccountIds"] = "--user",
        ["AttemptTimeout"] = "--timeout",
        ["ChangedSince"] = "--since",
        ["GatewayAddress"] = OAuthAddresses.GatewayVariable,
        ["Include"] = "--include",
        ["Kinds"] = "--kind",
        ["MaxConcurrency"] = "--concurrency",
        ["MaxResponseSize"] = "--page-size",
        ["MaxRetries"] = "--retries",
        ["MaxWait"] = "--max-wait",
        ["PageIds"] = "--page",
        ["PageSize"] = "--page-size",
        ["Quota"] = "--max-wait",
        ["Retry"] = "--retries and --max-wait",
        ["RetrievalMaxWait"] = "--max-wait",
        ["Since"] = "--since",
        ["Sources"] = "--what",
        ["SpaceIds"] = "--space",
        ["SpaceKeys"] = "--space",
        ["Statuses"] = "--status",
        ["Timeout"] = "--timeout",
        ["Title"] = "--title",
        ["Until"] = "--until",
    };

    /// <summary>Gets the names that stand in messages without a type before them and are no words of a sentence.</summary>
    private static Regex Names { get; } = new(
        $@"\bQuota\.(?<name>MaxWait|RetrievalMaxWait)\b|\b(?:Confluence\w*Options|\w*RetrievalOptions|ActivityOptions)\.(?<name>{string.Join('|', s_names.Keys)})\b"
        + $@"|\b(?<name>{string.Join('|', s_names.Keys.Where(static name => name.Skip(1).Any(char.IsAsciiLetterUpper)))})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Gives a message of the library in the words of the tool.</summary>
    public static string Of(string message)
    {
        foreach ((Regex phrase, string words) in s_phrases)
        {
            message = phrase.Replace(message, words.Replace("$", "$$", StringComparison.Ordinal));
        }

        return Names.Replace(message, static match => s_names[match.Groups["name"].Value]).Trim();
    }

    /// <summary>Gives the option that a refused argument of the library came from; null when no option did.</summary>
    /// <param name="name">The name of the parameter or property.</param>
    public static string? OptionOf(string? name) => name switch
    {
        null => null,
        "accountIds" => "--user",
        "group" or "name" => "--group",
        _ => s_names.GetValueOrDefault(name),
    };

    [GeneratedRegex(@"How long the client waits by itself is set in ConfluenceClientOptions\.Quota", RegexOptions.CultureInvariant)]
    private static partial Regex QuotaSettings();

    [GeneratedRegex(@"Read what else the \w+ holds, or set ValidateResponses to find out when the answer is read", RegexOptions.CultureInvariant)]
    private static partial Regex ReadWhatElse();

    [GeneratedRegex(@" ?To read the answer without it, leave ValidateResponses off\.", RegexOptions.CultureInvariant)]
    private static partial Regex CheckedEarly();

    [GeneratedRegex(@"Ask for fewer results at a time, or raise (ConfluenceClientOptions\.)?MaxResponseSize", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RaiseResponseSize();

    [GeneratedRegex(@"ask for fewer results at a time(?! \()", RegexOptions.CultureInvariant)]
    private static partial Regex FewerResults();

    [GeneratedRegex(@"and make fewer at once", RegexOptions.CultureInvariant)]
    private static partial Regex FewerAtOnce();

    [GeneratedRegex(@"raise the Timeout of the call or of the client if it may take longer", RegexOptions.CultureInvariant)]
    private static partial Regex RaiseTimeout();

    [GeneratedRegex(@"Raise the Timeout of the call or of the client if it may take longer", RegexOptions.CultureInvariant)]
    private static partial Regex RaiseTimeoutAlone();

    [GeneratedRegex(@" ?To go on without an exception, set OnGap in the options\.", RegexOptions.CultureInvariant)]
    private static partial Regex ToldOfGaps();

    [GeneratedRegex(@" ?client\.[\w.]+ lists (the groups that it sees|ids and keys)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListedByCall();

    [GeneratedRegex(@"blog posts are looked for only when Kinds names them", RegexOptions.CultureInvariant)]
    private static partial Regex BlogPostsByKinds();

    [GeneratedRegex(@"Call getSpaces to tell them apart", RegexOptions.CultureInvariant)]
    private static partial Regex CallOfSpaces();

    [GeneratedRegex(@"A later version of this library may have it", RegexOptions.CultureInvariant)]
    private static partial Regex VersionOfLibrary();

    [GeneratedRegex(@"Make the client with ", RegexOptions.CultureInvariant)]
    private static partial Regex MadeWith();

    [GeneratedRegex(@"(The person must consent again|Let the person consent, and put the tokens into the store|Begin again)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ConsentAgain();

    [GeneratedRegex(@"Check the connection, the proxy settings and OAuthAppOptions", RegexOptions.CultureInvariant)]
    private static partial Regex SettingsOfApp();

    [GeneratedRegex(@"Name one(?=\.$)", RegexOptions.CultureInvariant)]
    private static partial Regex NameSite();
}
