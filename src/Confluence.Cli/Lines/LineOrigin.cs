using Confluence.Cli.Settings;

namespace Confluence.Cli.Lines;

/// <summary>Tells of each line of one run where it came from and when.</summary>
/// <param name="source">The source.</param>
/// <param name="clock">The clock.</param>
internal sealed class LineOrigin(SourceSettings source, TimeProvider clock)
{
    private readonly string _source = source switch
    {
        SiteSettings site => site.Address,
        SandboxSettings sandbox => FormattableString.Invariant($"sandbox seed={sandbox.Seed} pages={sandbox.Pages}"),
        _ => throw new ArgumentException($"The settings {source.GetType().Name} name a source that lines do not know.", nameof(source)),
    };

    /// <summary>Makes the <c>_retrieval</c> of a line that is read now.</summary>
    /// <param name="kind">What the line holds.</param>
    public RetrievalNote Now(string kind) => new(kind, _source, clock.GetUtcNow());
}
