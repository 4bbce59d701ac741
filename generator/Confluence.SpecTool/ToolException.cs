namespace Confluence.SpecTool;

/// <summary>Something the user can put right: told in one line, without a stack trace.</summary>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A file was read, and what stands in it is wrong.</summary>
    public const int Content = 1;

    /// <summary>The command line is wrong, or names a file that is not there.</summary>
    public const int Usage = 2;
}
