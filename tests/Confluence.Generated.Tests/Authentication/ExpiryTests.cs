using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Authentication;

/// <summary>The stated end of a credential. The clock of the harness begins on 2026-11-02.</summary>
public sealed class ExpiryTests
{
    [Fact]
    public async Task From_two_weeks_ahead_it_warns_once_a_day()
    {
        ExpiryObserver observer = new();
        using Harness harness = Create(new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero), observer);

        await CallAsync(harness, 2);
        Assert.Empty(observer.Told);

        harness.Clock.Advance(TimeSpan.FromDays(1.5));
        await CallAsync(harness, 3);
        Assert.Equal(new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero), Assert.Single(observer.Told));

        harness.Clock.Advance(TimeSpan.FromDays(1));
        await CallAsync(harness, 3);
        Assert.Equal(2, observer.Told.Count);
        Assert.Equal(2, harness.Log.Count(static line => line.StartsWith("Warning: getPageById: the credential (ApiTokenCredential) ends at ", StringComparison.Ordinal)));
        Assert.DoesNotContain(harness.Log, static line => line.Contains(Harness.Email, StringComparison.Ordinal) || line.Contains(Harness.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_ended_is_told_so_and_still_sent()
    {
        using Harness harness = Create(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero), new ExpiryObserver());

        await CallAsync(harness, 1);

        Assert.Contains(harness.Log, static line => line.Contains("(ApiTokenCredential) ended at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_states_no_end_warns_of_nothing()
    {
        ExpiryObserver observer = new();
        using Harness harness = Create(expiresAt: null, observer);
        harness.Clock.Advance(TimeSpan.FromDays(400));

        await CallAsync(harness, 2);

        Assert.Empty(observer.Told);
    }

    private static Harness Create(DateTimeOffset? expiresAt, ExpiryObserver observer) =>
        Harness.Create(options => options.Observer = observer, credential: new ApiTokenCredential(Harness.Email, Harness.Token) { ExpiresAt = expiresAt });

    private static async Task CallAsync(Harness harness, int times)
    {
        for (int i = 0; i < times; i++)
        {
            harness.Handler.Json("""{"id":"9"}""");
            await harness.GetAsync(Request(GetPage));
        }
    }

    private sealed class ExpiryObserver : ConfluenceObserver
    {
        public List<DateTimeOffset> Told { get; } = [];

        public override void OnCredentialExpiring(DateTimeOffset expiresAt) => Told.Add(expiresAt);
    }
}
