using System.Collections.Concurrent;
using Confluence.Cli.SignIn;
using Confluence.Generated;
using Confluence.Sandbox;

namespace Confluence.Cli.Tests.SignIn;

/// <summary>The list of operations is what the commands send: none is missing, so that a sign-in has all scopes, and none is too many, so that nobody is asked for more.</summary>
public sealed class ToolOperationsTests
{
    [Fact]
    public void Each_name_is_one_of_an_operation()
    {
        string[] known = [.. ConfluenceOperations.All.Select(static operation => operation.Name)];

        Assert.All(ToolOperations.Names, name => Assert.Contains(name, known));
        Assert.Equal(ToolOperations.Names.Order(StringComparer.Ordinal), ToolOperations.Names);
        Assert.All(ToolOperations.Scopes, static scope => Assert.Matches("^(read|search):|^readonly:", scope));
    }

    [Fact]
    public async Task The_commands_send_what_the_list_says()
    {
        const string Email = "ada@example.com";
        const string Token = "ATATT3xFfGF0-scoped";
        await using ConfluenceSandbox sandbox = await ConfluenceSandbox.StartAsync(
            new SandboxOptions { Pages = 12, Credentials = { SandboxCredential.ScopedApiToken(Email, Token, ToolOperations.Scopes) } }, TestContext.Current.CancellationToken);
        ConcurrentDictionary<string, bool> sent = new();
        ToolWorld world = new()
        {
            Variables = new() { ["CONFLUENCE_SITE"] = sandbox.GatewayAddress.ToString(), ["CONFLUENCE_EMAIL"] = Email, ["CONFLUENCE_API_TOKEN"] = Token },
            Handler = () => new InterveningHandler(what =>
            {
                sent[NameOf(what, sandbox.GatewayAddress.AbsolutePath)] = true;
                return null;
            }),
        };
        string space = sandbox.Truth.SpaceKeys.First();
        using TemporaryFolder folder = new();
        (string group, string groupId) = await GroupAsync(sandbox);
        string user = sandbox.Truth.AccountIds.First();
        string[][] commands =
        [
            ["users"], ["users", "--group", group], ["users", "--group", groupId], ["users", "--user", user], ["spaces"], ["spaces", "--space", space],
            ["pages"], ["pages", "--kind", "page,blogpost", "--status", "current,archived,trashed", "--include", "storage,view,space,versions,labels,properties,attachments", "--output", "json"],
            ["pages", "--space", space, "--estimate"], ["pages", "--space", space, "--kind", "page,blogpost"], ["pages", "--since", "2020-01-01"],
            ["activity", "--kind", "page,blogpost", "--what", "versions,comments,likes,attachments,tasks,comment-edits,comment-likes,views"],
            ["activity", "--space", space, "--user", user, "--since", "2020-01-01"], ["activity", "--estimate"],
            ["export", "--out", folder.Path], ["doctor", "--space", space], ["audit"],
        ];
        foreach (string[] command in commands)
        {
            ToolResult result = await ToolRun.RunAsync(world, command);

            Assert.True(result.ExitCode is 0 or 5, $"{string.Join(' ', command)}: {result.ExitCode} {result.Error}{(command[0] == "doctor" ? result.Output : "")}");
            Assert.DoesNotContain("lacks", result.Output, StringComparison.Ordinal);
        }

        Assert.Equal(ToolOperations.Names, sent.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<(string Name, string Id)> GroupAsync(ConfluenceSandbox sandbox)
    {
        using ConfluenceClient client = new(sandbox.BaseAddress.ToString(), new ApiTokenCredential(sandbox.Email, sandbox.ApiToken));
        Confluence.Generated.V1.Models.Group group = await client.V1.Groups.GetGroupsAsync(cancellationToken: TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);
        return (group.Name ?? "", group.Id ?? "");
    }

    /// <summary>Names the operation of a request: the one whose path has its segments, with the fewest places for values.</summary>
    private static string NameOf(string request, string gateway)
    {
        (string method, string path) = request.Split(' ') is [var first, var second] ? (first, second.Split('?')[0].Replace(gateway, "", StringComparison.Ordinal)) : ("", "");
        string[] segments = path.Split('/');
        return ConfluenceOperations.All
            .Where(operation => operation.Method == method && operation.PathTemplate.Split('/') is { } places && places.Length == segments.Length
                && places.Zip(segments).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            .OrderBy(static operation => operation.PathTemplate.Count(static character => character == '{'))
            .FirstOrDefault()?.Name ?? $"no operation: {request}";
    }
}
