using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Retrieval;

/// <summary>What retrievals log.</summary>
internal static partial class RetrievalLog
{
    [LoggerMessage(EventId = 20, EventName = "Gap", Level = LogLevel.Warning, Message = "The retrieval of {What} misses a part: {Gap}")]
    public static partial void Gap(ILogger logger, string what, RetrievalGap gap);
}
