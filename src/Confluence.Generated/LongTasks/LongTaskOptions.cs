namespace Confluence.Generated;

/// <summary>
/// Settings of waiting for work that Confluence does in the background. Those of <see cref="ConfluenceRequestOptions"/> hold for each of the calls that ask how far it is: for example,
/// <see cref="ConfluenceRequestOptions.Timeout"/> limits one such call, and <see cref="TimeLimit"/> the whole wait.
/// </summary>
/// <remarks>
/// Waiting is patient: where <see cref="ConfluenceRequestOptions.MaxWait"/> is null, each call waits for a quota as long as those of retrievals do
/// (<see cref="ConfluenceQuotaOptions.RetrievalMaxWait"/>), within <see cref="TimeLimit"/>.
/// </remarks>
public sealed record LongTaskOptions : ConfluenceRequestOptions
{
    /// <summary>
    /// How long to wait between the first answer and the second. Each further interval is one and a half times as long, up to <see cref="MaxPollInterval"/>. Longer than zero and at
    /// most <see cref="int.MaxValue"/> milliseconds (about 24.8 days); the default is one second.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public TimeSpan PollInterval
    {
        get;
        init => field = IsUsable(value) ? value : throw Unusable(nameof(PollInterval), value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The interval that is not exceeded; a longer <see cref="PollInterval"/> stays as it is. Longer than zero and at most <see cref="int.MaxValue"/> milliseconds (about 24.8 days);
    /// the default is ten seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public TimeSpan MaxPollInterval
    {
        get;
        init => field = IsUsable(value) ? value : throw Unusable(nameof(MaxPollInterval), value);
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long to wait in all. After that the wait ends with a <see cref="ConfluenceTimeoutException"/>; the work goes on at the server. Longer than zero and at most
    /// <see cref="int.MaxValue"/> milliseconds (about 24.8 days); the default is 30 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public TimeSpan TimeLimit
    {
        get;
        init => field = value == System.Threading.Timeout.InfiniteTimeSpan || IsUsable(value) ? value : throw Unusable(nameof(TimeLimit), value);
    } = TimeSpan.FromMinutes(30);

    /// <summary>Is told of each answer, also of the last one; null, the default, for none.</summary>
    /// <remarks><see cref="IProgress{T}.Report"/> is called as a part of the wait, one call at a time. An exception that it throws ends the wait and is thrown by it.</remarks>
    public IProgress<LongTaskProgress>? Progress { get; init; }

    private static bool IsUsable(TimeSpan value) => value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue;

    private static ArgumentOutOfRangeException Unusable(string name, TimeSpan value) =>
        new(name, value, $"Give a time that is longer than zero and at most {int.MaxValue} milliseconds{(name == nameof(TimeLimit) ? ", or Timeout.InfiniteTimeSpan for no limit" : string.Empty)}.");
}
