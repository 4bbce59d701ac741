namespace Confluence.Generated.Retrieval;

/// <summary>Hands the settings of a retrieval on to each call that it makes.</summary>
internal static class RequestSettings
{
    /// <summary>The quotas of Confluence renew each hour; some minutes more, because clocks differ and all come back at once.</summary>
    public static readonly TimeSpan DefaultMaxWait = TimeSpan.FromMinutes(75);

    /// <summary>Gives a call's options the settings that they leave open.</summary>
    public static T For<T>(ConfluenceRequestOptions settings, T call)
        where T : ConfluenceRequestOptions =>
        call is ConfluenceListOptions list && settings is ConfluenceListOptions { PageSize: { } size }
            ? WithSettings(settings, (T)(ConfluenceRequestOptions)(list with { UsualPageSize = size }))
            : WithSettings(settings, call);

    private static T WithSettings<T>(ConfluenceRequestOptions settings, T call)
        where T : ConfluenceRequestOptions =>
        (T)(call with
        {
            Timeout = call.Timeout ?? settings.Timeout,
            OnResponse = call.OnResponse ?? settings.OnResponse,
            MaxWait = call.MaxWait ?? settings.MaxWait ?? DefaultMaxWait,
            OnWait = call.OnWait ?? settings.OnWait,
        });
}
