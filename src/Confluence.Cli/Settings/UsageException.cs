namespace Confluence.Cli.Settings;

/// <summary>The tool was started in a way that cannot work. The message, one line, says what to change.</summary>
internal sealed class UsageException(string message) : Exception(message);
