namespace Confluence.Generated.Requests;

/// <summary>Thrown when a file to send cannot be read. The transport translates it into a <see cref="ConfluenceException"/>.</summary>
internal sealed class UploadSourceException(string fileName, string problem, Exception? cause) : Exception($"The file '{fileName}' could not be sent: {problem}.", cause)
{
    /// <summary>The name of the file.</summary>
    public string FileName { get; } = fileName;

    /// <summary>What is wrong with the file, as part of a sentence.</summary>
    public string Problem { get; } = problem;

    /// <summary>Finds the exception among the inner exceptions of another one; null if there is none.</summary>
    public static UploadSourceException? In(Exception? exception)
    {
        while (exception is not null and not UploadSourceException)
        {
            exception = exception.InnerException;
        }

        return (UploadSourceException?)exception;
    }
}
