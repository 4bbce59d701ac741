namespace Confluence.Cli;

/// <summary>Whoever read the output has stopped, as <c>head</c> does when it has enough.</summary>
internal sealed class OutputClosedException(IOException cause) : Exception("The reader of the output has stopped.", cause);
