namespace Confluence.Cli.Doctor;

/// <summary>How a check came out.</summary>
internal enum Outcome
{
    /// <summary>It is as it should be.</summary>
    Ok,

    /// <summary>Something works less than it could; nothing that was asked for is broken.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Failed,

    /// <summary>It was not tried, because something before it failed.</summary>
    Skipped,

    /// <summary>It sums up what several checks before it found.</summary>
    Note,
}

/// <summary>What one check found.</summary>
/// <param name="Outcome">How it came out.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What to do about it; null where there is nothing to do.</param>
internal sealed record Finding(Outcome Outcome, string What, string Text, string? Remedy = null)
{
    public static Finding Ok(string what, string text) => new(Outcome.Ok, what, text);

    public static Finding Warning(string what, string text, string remedy) => new(Outcome.Warning, what, text, remedy);

    public static Finding Failed(string what, string text, string remedy) => new(Outcome.Failed, what, text, remedy);

    public static Finding Skipped(string what, string text) => new(Outcome.Skipped, what, text);

    public static Finding Note(string what, string text, string remedy) => new(Outcome.Note, what, text, remedy);
}
