namespace Confluence.Generated.Requests;

/// <summary>A file to send could not be read. The transport makes a <see cref="ConfluenceException"/> of it.</summary>
internal sealed class UploadSourceException(string fileName, string problem, Exception? cause) : Exception($"The file '{fileName}' could not be sent: {problem}.", cause)
{
    /// <summary>The name of the file.</summary>
    public string FileName { get; } = fileName;

    /// <summary>What is wrong with it, for the middle of a sentence.</summary>
    public string Problem { get; } = problem;

    /// <summary>Finds it among the causes of an exception; null when it is not there.</summary>
    public static UploadSourceException? In(Exception? exception)
    {
        while (exception is not null and not UploadSourceException)
        {
            exception = exception.InnerException;
        }

        return (UploadSourceException?)exception;
    }
}
