using Confluence.Cli.Settings;

namespace Confluence.Cli.Commands;

/// <summary>The period that <c>--since</c> and <c>--until</c> make together.</summary>
internal static class Period
{
    /// <summary>Refuses a period that ends before it begins.</summary>
    /// <exception cref="UsageException">It does.</exception>
    public static void Check(DateTimeOffset? since, DateTimeOffset? until)
    {
        if (since is { } start && until is { } end && start >= end)
        {
            throw new UsageException(FormattableString.Invariant(
                $"--since ({start.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC) is not before --until ({end.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)."));
        }
    }
}
