using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Confluence.Cli.Settings;
using Confluence.Cli.Surroundings;
using Confluence.Generated;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Tests.Settings;

/// <summary>Messages name what the tool has, never what only the library's callers have.</summary>
public sealed partial class ToolWordsTests
{
    // Names that are words of sentences too. Where they stand in an advice, a phrase of the table has them, and the test of the phrases shows it.
    private static readonly string[] s_ordinaryWords =
        [.. OptionNames().Where(static name => !name.Skip(1).Any(char.IsAsciiLetterUpper))];

    // What no message about a command of the tool can name: it is checked before anything is sent, and the tool always sets it.
    private static readonly string[] s_neverReached =
        ["ApplicationName", "BaseDelay", "CommentBody", "HttpClient", "KnownIds", "LoggerFactory", "MaxDelay", "OnGap", "OnResponse", "OnWait", "ThroughGroups", "TimeProvider"];

    [Fact]
    public void Each_option_that_the_library_names_in_a_text_has_a_word_in_the_tool()
    {
        string[] names = [.. OptionNames().Except(s_ordinaryWords).Except(s_neverReached)];
        Regex any = new($@"\b({string.Join('|', names)})\b", RegexOptions.CultureInvariant);
        string[] naming = [.. TextsOfTheLibrary().Where(text => any.IsMatch(text) && !PartOfToString().IsMatch(text))];

        Assert.NotEmpty(naming);
        Assert.All(naming, text => Assert.DoesNotMatch(any, ToolWords.Of(text)));
    }

    [Theory]
    [InlineData("Wait 3,600 s before the next call, and make fewer at once. How long the client waits by itself is set in ConfluenceClientOptions.Quota.", "--max-wait", "--concurrency")]
    [InlineData("The server or the network is slow; if the answer is large, ask for fewer results at a time, or raise AttemptTimeout.", "--page-size", "--timeout")]
    [InlineData("answered with more than 5 bytes. Ask for fewer results at a time, or raise MaxResponseSize.", "--page-size")]
    [InlineData("The Space lacks the member 'id', although answers usually carry it. Read what else the Space holds, or set ValidateResponses to find out when the answer is read.", "please report it.")]
    [InlineData("the limit for the whole call, after 5 attempts. Raise the Timeout of the call or of the client if it may take longer.", "--timeout")]
    [InlineData("The last failure: x. See ConfluenceClientOptions.Timeout and RetrievalOptions.MaxWait.", "--timeout", "--max-wait")]
    [InlineData("and blog posts are looked for only when Kinds names them", "--kind blogpost")]
    [InlineData("Call getSpaces to tell them apart. If that works, check the id.", "confluence spaces")]
    [InlineData("Make the client with https://api.atlassian.com/ex/confluence/{cloudId}; the cloud id is at x.", "CONFLUENCE_SITE to https://api")]
    [InlineData("No group has the name or the id 'x', or the account may not see it. client.V1.Groups.GetGroupsAsync lists the groups that it sees.", "may not see it.")]
    [InlineData("everything else was given. Missing: x To go on without an exception, set OnGap in the options.", "Missing: x")]
    public void An_advice_is_one_that_can_be_followed_on_the_command_line(string message, params string[] expected)
    {
        string said = ToolWords.Of(message);

        Assert.All(expected, words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"ConfluenceClientOptions|RetrievalOptions|\bRetry\b|AttemptTimeout|MaxResponseSize|\bValidateResponses\b|\bOnGap\b|client\.|\bKinds\b|getSpaces|the client with", said);
    }

    [Fact]
    public void Each_option_of_the_table_exists()
    {
        HashSet<string> options = [.. AllOptions()];

        Assert.All(OptionNames().Select(ToolWords.OptionOf).OfType<string>(), words => Assert.All(OptionName().Matches(words), match => Assert.Contains(match.Value, options)));
        Assert.Equal("--user", ToolWords.OptionOf("accountIds"));
        Assert.Null(ToolWords.OptionOf("somethingElse"));
    }

    private static IEnumerable<string> AllOptions()
    {
        System.CommandLine.RootCommand root = ConfluenceTool.CreateRoot(new CliEnvironment { Output = TextWriter.Null, Error = TextWriter.Null, Variable = static _ => null });
        return root.Options.Concat(root.Subcommands.SelectMany(static command => command.Options)).Select(static option => option.Name);
    }

    private static IEnumerable<string> OptionNames() => new[]
    {
        typeof(ConfluenceClientOptions), typeof(ConfluenceRetryOptions), typeof(ConfluenceRequestOptions), typeof(RetrievalOptions), typeof(UserRetrievalOptions),
        typeof(UserLookupOptions), typeof(PageRetrievalOptions), typeof(ActivityOptions),
    }.SelectMany(static type => type.GetProperties()).Select(static property => property.Name).Distinct();

    /// <summary>All texts that the library's code holds, those of messages among them.</summary>
    private static IEnumerable<string> TextsOfTheLibrary()
    {
        using PEReader file = new(File.OpenRead(typeof(ConfluenceClient).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        UserStringHandle handle = MetadataTokens.UserStringHandle(0);
        while (!(handle = metadata.GetNextHandle(handle)).IsNil)
        {
            yield return metadata.GetUserString(handle);
        }
    }

    [GeneratedRegex(@"^(, )?\w+ = $|^option \w+$|^\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfToString();

    [GeneratedRegex("--[a-z-]+", RegexOptions.CultureInvariant)]
    private static partial Regex OptionName();
}
