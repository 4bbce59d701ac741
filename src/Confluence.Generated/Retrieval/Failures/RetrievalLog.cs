using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Retrieval.Failures;

/// <summary>What retrievals log.</summary>
internal static partial class RetrievalLog
{
    [LoggerMessage(EventId = 20, EventName = "Gap", Level = LogLevel.Warning, Message = "The retrieval of {What} misses a part: {Gap}")]
    public static partial void Gap(ILogger logger, string what, RetrievalGap gap);

    /// <summary>What the API can give nobody is no reason to warn.</summary>
    [LoggerMessage(EventId = 21, EventName = "Limit", Level = LogLevel.Information, Message = "The retrieval of {What} meets a limit of the API: {Gap}")]
    public static partial void Limit(ILogger logger, string what, RetrievalGap gap);
}
