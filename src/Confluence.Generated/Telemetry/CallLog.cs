using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Telemetry;

/// <summary>What the transport logs: operations, methods, paths and statuses; never a query, a header or a body.</summary>
internal static partial class CallLog
{
    [LoggerMessage(EventId = 1, EventName = "Retrying", Level = LogLevel.Warning,
        Message = "{Operation} ({Method} {Path}): attempt {Attempt} ended with {Failure}. The next attempt follows in {Delay}.")]
    public static partial void Retrying(ILogger logger, string operation, string method, string path, int attempt, string failure, TimeSpan delay);

    [LoggerMessage(EventId = 2, EventName = "Answered", Level = LogLevel.Debug,
        Message = "{Operation} ({Method} {Path}): {Status} at attempt {Attempt}.")]
    public static partial void Answered(ILogger logger, string operation, string method, string path, int status, int attempt);
}
