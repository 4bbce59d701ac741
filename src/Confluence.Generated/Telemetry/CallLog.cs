using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Telemetry;

/// <summary>The log messages of calls: operations, methods, paths and statuses; never a query, a header that may contain a secret, or a body.</summary>
internal static partial class CallLog
{
    [LoggerMessage(EventId = 1, EventName = "Retrying", Level = LogLevel.Warning,
        Message = "{Operation} ({Method} {Path}): attempt {Attempt} ended with {Failure}. The next attempt follows in {Delay}.")]
    public static partial void Retrying(ILogger logger, string operation, string method, string path, int attempt, string failure, TimeSpan delay);

    [LoggerMessage(EventId = 2, EventName = "Answered", Level = LogLevel.Debug,
        Message = "{Operation} ({Method} {Path}): {Status} at attempt {Attempt}.")]
    public static partial void Answered(ILogger logger, string operation, string method, string path, int status, int attempt);

    [LoggerMessage(EventId = 3, EventName = "Waiting", Level = LogLevel.Warning,
        Message = "{Operation} ({Method} {Path}) waits {Delay} before it is sent: {Reason}.")]
    public static partial void Waiting(ILogger logger, string operation, string method, string path, string reason, TimeSpan delay);

    [LoggerMessage(EventId = 4, EventName = "Paced", Level = LogLevel.Debug,
        Message = "{Operation} ({Method} {Path}) waits {Delay} for its turn: {Reason}.")]
    public static partial void Paced(ILogger logger, string operation, string method, string path, string reason, TimeSpan delay);

    [LoggerMessage(EventId = 5, EventName = "Notice", Level = LogLevel.Warning,
        Message = "{Operation}: the server says that this operation will change or be removed ({Header}: {Text}). Later answers with this notice are not logged.")]
    public static partial void Notice(ILogger logger, string operation, string header, string text);

    [LoggerMessage(EventId = 7, EventName = "Expires", Level = LogLevel.Warning,
        Message = "{Operation}: the credential ({Credential}) {Ends} at {ExpiresAt}, as it was stated. Make a new one before that time. This is said once a day.")]
    public static partial void Expires(ILogger logger, string operation, string credential, string ends, DateTimeOffset expiresAt);

    [LoggerMessage(EventId = 6, EventName = "Moved", Level = LogLevel.Information,
        Message = "{Operation} ({Method} {Path}): the credential works only at the gateway. Requests for {Site} go to {Gateway} from now on.")]
    public static partial void Moved(ILogger logger, string operation, string method, string path, string site, string gateway);
}
