using System.CommandLine;
using Confluence.Cli.Connection;
using Confluence.Cli.Lines;
using Confluence.Cli.Rendering;
using Confluence.Cli.Session;
using Confluence.Cli.Settings;
using Confluence.Cli.Texts;
using Confluence.Generated.Retrieval;

namespace Confluence.Cli.Commands;

/// <summary><c>confluence users</c>: the users of the site, of a group, or with given account ids.</summary>
internal static class UsersCommand
{
    private static readonly Field<RetrievedUser>[] s_fields =
    [
        new("ACCOUNT ID", "account_id", static user => user.AccountId) { Width = 43 },
        new("NAME", "name", Name) { TableText = static user => Shown.Or(Name(user), "(no name)") },
        new("KIND", "kind", static user => user.Kind.Value) { Width = 11 },
        new("E-MAIL", "email", static user => user.Email),
        new(null, "time_zone", static user => user.TimeZone),
        new(null, "group", static user => user.GroupName),
    ];

    public static Command Create(CommandRunner runner)
    {
        Option<string[]> ids = TextList.Option("--user", "ACCOUNT_ID", "Only the users with these account ids, with commas or blanks between them: one request for 250 of them.");
        Option<string?> group = ListOptions.Text("--group", "NAME", "Only the members of this group, by its name or id: one or two requests, and one for 200 members.");
        Option<UserKind[]> kinds = Choice.Several(
            "--kind",
            "Only users of these kinds.",
            [
                ("person", UserKind.Person), ("guest", UserKind.Guest), ("app", UserKind.App), ("customer", UserKind.Customer),
                ("deactivated", UserKind.Deactivated),
            ]);
        Option<int?> limit = ListOptions.Limit("users");
        Option<OutputFormat> output = ListOptions.Output();
        Command command = new(
            "users",
            "List the users of the site. An e-mail address is shown only where its owner shows it. Costs one request for 100 users; where the site's "
            + "search ends, at 10,000, the members of all groups are added: one request for 200 groups and at least one for each group.")
        {
            ids, group, kinds, limit, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(ids) is { Implicit: false } && result.GetResult(group) is { Implicit: false })
            {
                result.AddError("--user and --group are both given. Give one of them.");
            }
        });
        command.SetAction((parsed, cancellationToken) => runner.RunAsync(
            parsed,
            Patience.List,
            (session, token) =>
            {
                UserKind[] wanted = parsed.GetValue(kinds) ?? [];
                IAsyncEnumerable<RetrievedUser> users = Users(session, parsed.GetValue(ids) ?? [], parsed.GetValue(group), wanted, token);
                return Results.WriteAsync(
                    users.Limited(parsed.GetValue(limit)), session, parsed.GetValue(output), Form(session.Origin), token);
            },
            cancellationToken));
        return command;
    }

    private static IAsyncEnumerable<RetrievedUser> Users(
        CommandSession session, string[] ids, string? group, UserKind[] kinds, CancellationToken cancellationToken)
    {
        UserRetrieval users = session.Client.Retrieval.Users;
        UserRetrievalOptions options = session.Calls.Of(new UserRetrievalOptions { Kinds = kinds, OnGap = session.Gaps.Add });
        return ids.Length > 0 ? Found(session, users.GetByIdsAsync(ids, session.Calls.Of(new UserLookupOptions { OnGap = session.Gaps.Add }), cancellationToken), kinds)
            : group is not null ? users.GetByGroupAsync(group, options, cancellationToken)
            : users.GetAllAsync(options, cancellationToken);
    }

    private static async IAsyncEnumerable<RetrievedUser> Found(CommandSession session, IAsyncEnumerable<UserLookup> lookups, UserKind[] kinds)
    {
        await foreach (UserLookup lookup in lookups.ConfigureAwait(false))
        {
            if (!lookup.IsFound)
            {
                session.Gaps.Add(UnknownUser.Gap(lookup.AccountId));
            }
            else if (kinds.Length == 0 || kinds.Contains(lookup.User.Kind))
            {
                yield return lookup.User;
            }
        }
    }

    // The site sends an empty name for some accounts.
    private static string? Name(RetrievedUser user) => string.IsNullOrEmpty(user.DisplayName) ? user.Account?.PublicName ?? user.DisplayName : user.DisplayName;

    private static ResultForm<RetrievedUser> Form(LineOrigin origin) => new(s_fields, (line, user) => ModelLines.Write(line, user, origin));
}
