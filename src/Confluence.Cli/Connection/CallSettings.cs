using Confluence.Generated;

namespace Confluence.Cli.Connection;

/// <summary>What holds for each call that a command makes, and cannot be set for the client as a whole.</summary>
/// <param name="maxWait">How long a call may wait for the time that the site names.</param>
/// <param name="onWait">Is told of each wait.</param>
internal sealed class CallSettings(TimeSpan maxWait, Action<ConfluenceWait> onWait)
{
    /// <summary>Adds the settings to the options of a call or of a retrieval.</summary>
    public T Of<T>(T options)
        where T : ConfluenceRequestOptions =>
        (T)((ConfluenceRequestOptions)options with { MaxWait = options.MaxWait ?? maxWait, OnWait = onWait });
}
