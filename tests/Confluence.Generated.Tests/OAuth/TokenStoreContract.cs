namespace Confluence.Generated.Tests.OAuth;

/// <summary>What every store of tokens promises. A store of your own is tested by deriving from this.</summary>
public abstract class TokenStoreContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static OAuthTokens Tokens(string access = "access-1", string? refresh = "refresh-1") =>
        new(access, refresh, new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero), ["read:page:confluence", "offline_access"]);

    /// <summary>Another instance that shows the same tokens, as another process would have.</summary>
    protected abstract ConfluenceTokenStore Open();

    [Fact]
    public async Task At_first_there_is_nothing()
    {
        Assert.Null(await Open().GetAsync(Token));
        Assert.False(await Open().TrySwapAsync("some version", Tokens(), Token));
        Assert.Null(await Open().GetAsync(Token));
    }

    [Fact]
    public async Task What_is_put_in_comes_out_of_every_instance()
    {
        Assert.True(await Open().TrySwapAsync(null, Tokens(), Token));

        StoredTokens? stored = await Open().GetAsync(Token);

        Assert.NotNull(stored);
        Assert.Equal(("access-1", "refresh-1", Tokens().ExpiresAt), (stored.Tokens.AccessToken, stored.Tokens.RefreshToken, stored.Tokens.ExpiresAt));
        Assert.Equal(["read:page:confluence", "offline_access"], stored.Tokens.Scopes);
    }

    [Fact]
    public async Task Only_the_expected_version_is_replaced_and_each_has_another_name()
    {
        ConfluenceTokenStore store = Open();
        await store.TrySwapAsync(null, Tokens(), Token);
        string? first = (await store.GetAsync(Token))?.Version;
        Assert.True(await store.TrySwapAsync(first, Tokens("access-2", refresh: null), Token));

        Assert.False(await store.TrySwapAsync(first, Tokens("access-3"), Token));
        Assert.False(await store.TrySwapAsync(null, Tokens("access-3"), Token));

        StoredTokens? stored = await store.GetAsync(Token);
        Assert.Equal(("access-2", null), (stored?.Tokens.AccessToken, stored?.Tokens.RefreshToken));
        Assert.NotEqual(first, stored?.Version);
    }

    [Fact]
    public async Task Tokens_can_be_removed()
    {
        ConfluenceTokenStore store = Open();
        await store.TrySwapAsync(null, Tokens(), Token);

        Assert.True(await store.TrySwapAsync((await store.GetAsync(Token))?.Version, null, Token));

        Assert.Null(await Open().GetAsync(Token));
        Assert.True(await store.TrySwapAsync(null, Tokens(), Token));
    }

    [Fact]
    public async Task Of_many_who_replace_a_version_one_succeeds()
    {
        await Open().TrySwapAsync(null, Tokens(), Token);
        string? first = (await Open().GetAsync(Token))?.Version;
        using Barrier start = new(8);

        bool[] swapped = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Token);
                return Open().TrySwapAsync(first, Tokens($"access-of-{i}"), Token).AsTask();
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));

        int winner = Assert.Single(Enumerable.Range(0, 8), i => swapped[i]);
        Assert.Equal($"access-of-{winner}", (await Open().GetAsync(Token))?.Tokens.AccessToken);
    }

    [Fact]
    public async Task One_has_the_lease_at_a_time_and_the_next_one_gets_it_afterwards()
    {
        int holders = 0;
        int total = 0;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => HoldAsync()));

        Assert.Equal(6, total);

        async Task HoldAsync()
        {
            IAsyncDisposable lease = await Open().AcquireLeaseAsync(TimeSpan.FromMinutes(1), Token);
            Assert.Equal(1, Interlocked.Increment(ref holders));
            await Task.Yield();
            total++;
            Assert.Equal(0, Interlocked.Decrement(ref holders));
            await lease.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_wait_for_the_lease_can_be_given_up_and_leaves_nothing_behind()
    {
        ConfluenceTokenStore store = Open();
        IAsyncDisposable lease = await store.AcquireLeaseAsync(TimeSpan.FromMinutes(1), Token);
        using CancellationTokenSource source = new();
        Task waiting = store.AcquireLeaseAsync(TimeSpan.FromMinutes(1), source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await lease.DisposeAsync();

        await using IAsyncDisposable next = await store.AcquireLeaseAsync(TimeSpan.FromMinutes(1), Token);
    }
}
