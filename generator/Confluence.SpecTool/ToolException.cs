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

    /// <summary>Documents were compared, and clients of the old one break on the wire.</summary>
    public const int BreaksWire = 3;

    /// <summary>Documents were compared, and callers of the library break, but nothing on the wire does.</summary>
    public const int BreaksCallers = 4;

    /// <summary>Answers were held against a document, and have something that it does not know or that contradicts it.</summary>
    public const int Drift = 5;
}
