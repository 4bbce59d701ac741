namespace Confluence.Cli.Surroundings;

/// <summary>The exit codes of the tool, as its help lists them. What a code means never changes; further codes may come.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked for was given.</summary>
    public const int Done = 0;

    /// <summary>The site refused or failed, or a file could not be written; for <c>doctor</c>, a check failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line, the settings or the target folder are not usable as they are.</summary>
    public const int Usage = 2;

    /// <summary>Everything that could be got was given, and parts are missing; each is named.</summary>
    public const int Incomplete = 4;

    /// <summary>For <c>audit</c>: the site answers something that this version does not know, or not what it promises, or announces an end.</summary>
    public const int Found = 5;

    /// <summary>Ended by Ctrl-C; the number that shells use for it.</summary>
    public const int Interrupted = 130;
}
