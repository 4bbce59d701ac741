namespace Confluence.Cli;

/// <summary>The exit codes of the tool, as its help lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The site refused or failed, or a file could not be written.</summary>
    public const int Failed = 1;

    /// <summary>The command line, the settings or the target folder are not usable as they are.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C; the number that shells use for it.</summary>
    public const int Interrupted = 130;
}
