namespace Confluence.Cli.Streams;

/// <summary>Whoever read the output has stopped, as <c>head</c> does when it has enough, or there has never been anybody.</summary>
internal sealed class OutputClosedException(Exception cause) : Exception("The reader of the output has stopped.", cause);
