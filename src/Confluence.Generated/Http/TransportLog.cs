using Confluence.Generated.Json;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Http;

/// <summary>What the transport logs: operations, methods, paths and statuses; never a query, a header or a body.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(EventId = 1, EventName = "Retrying", Level = LogLevel.Warning,
        Message = "{Operation} ({Method} {Path}): attempt {Attempt} ended with {Failure}. The next attempt follows in {Delay}.")]
    public static partial void Retrying(ILogger logger, string operation, string method, string path, int attempt, string failure, TimeSpan delay);

    [LoggerMessage(EventId = 2, EventName = "Answered", Level = LogLevel.Debug,
        Message = "{Operation} ({Method} {Path}): {Status} at attempt {Attempt}.")]
    public static partial void Answered(ILogger logger, string operation, string method, string path, int status, int attempt);

    [LoggerMessage(EventId = 3, EventName = "MembersMissing", Level = LogLevel.Warning,
        Message = "{Operation} ({Method} {Path}): the answer lacks members that should always be there, and was read without them: {Members}.")]
    public static partial void MembersMissing(ILogger logger, string operation, string method, string path, LenientReading members);
}
