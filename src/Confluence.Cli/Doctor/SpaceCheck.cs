using Confluence.Cli.Connection;
using Confluence.Cli.Texts;
using Confluence.Generated;
using Confluence.Generated.V2.Models;

namespace Confluence.Cli.Doctor;

/// <summary>Looks for the spaces whose keys were given.</summary>
internal sealed class SpaceCheck(ConfluenceClient client, CallSettings calls, DoctorReport report)
{
    private const int Named = 8;

    /// <summary>Looks for each key.</summary>
    public async Task RunAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        foreach (string key in keys.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            string what = $"Space {key}";
            try
            {
                report.Add(await SpaceChoice.FindAsync(client, calls, key, cancellationToken).ConfigureAwait(false) is { } space
                    ? Finding.Ok(what, $"{Shown.Or(space.Name, "without a name")}, id {space.Id}")
                    : Finding.Failed(what, "there is no such space, or the account may not see it", await RemedyAsync(cancellationToken).ConfigureAwait(false)));
            }
            catch (ConfluenceException error)
            {
                report.Add(Refusals.Explain(what, "for --space", error, isNeeded: true));
            }
        }
    }

    private async Task<string> RemedyAsync(CancellationToken cancellationToken)
    {
        List<string> keys = [];
        await foreach (Space space in SpaceChoice.AllAsync(client, calls, cancellationToken).Take(Named + 1).ConfigureAwait(false))
        {
            keys.Add(space.Key);
        }

        string seen = keys.Count == 0 ? "The account can see no space at all."
            : $"The account can see {string.Join(", ", keys.Take(Named))}{(keys.Count > Named ? " and more (confluence spaces lists them)" : "")}.";
        return $"{seen} The key of a space stands in its address, after /wiki/spaces/; it is not its name. If it is right, ask an administrator of the space for the permission to view it.";
    }
}
