using System.Text;

namespace Confluence.Generated.Tests.OAuth;

public sealed class MemoryTokenStoreTests : TokenStoreContract, IDisposable
{
    private readonly MemoryTokenStore _store = new();

    [Fact]
    public async Task It_may_hold_tokens_from_the_beginning()
    {
        using MemoryTokenStore store = new(Tokens());

        Assert.Equal("access-1", (await store.GetAsync(Token))?.Tokens.AccessToken);
    }

    public void Dispose() => _store.Dispose();

    protected override ConfluenceTokenStore Open() => _store;
}

public sealed class FileTokenStoreTests : TokenStoreContract, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"confluence-tokens-{Guid.NewGuid():N}");

    private string File => Path.Combine(_folder, "deeper", "tokens.json");

    [Fact]
    public async Task Files_and_folders_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes; the folder of the profile protects there.");
            return;
        }

        await Open().TrySwapAsync(null, Tokens(), Token);
        await using IAsyncDisposable lease = await Open().AcquireLeaseAsync(TimeSpan.FromMinutes(1), Token);

        foreach (string file in Directory.GetFiles(Path.Combine(_folder, "deeper")))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Path.Combine(_folder, "deeper")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"version":"1","tokens":{"accessToken":"secret-access"}}""")]
    [InlineData("""{"version":"1","tokens":{"accessToken":"secret access","refreshToken":null,"expiresAt":"2026-11-02T11:00:00Z","scopes":[]}}""")]
    [InlineData("secret-access")]
    public async Task Something_else_in_the_file_is_told_with_its_place_and_not_shown(string content)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "deeper"));
        await System.IO.File.WriteAllTextAsync(File, content, Token);

        FormatException error = await Assert.ThrowsAsync<FormatException>(() => Open().GetAsync(Token).AsTask());

        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Contains("Delete it, and sign in again.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString().Replace(File, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(File, Encoding.UTF8, Token));
    }

    [Fact]
    public async Task Who_reads_while_others_write_sees_the_old_tokens_or_the_new_ones()
    {
        await Open().TrySwapAsync(null, Tokens(), Token);
        using CancellationTokenSource done = new();
        Task writing = Task.Run(
            async () =>
            {
                for (int i = 0; i < 200; i++)
                {
                    Assert.True(await Open().TrySwapAsync((await Open().GetAsync(Token))?.Version, Tokens($"access-{i}"), Token));
                }

                await done.CancelAsync();
            },
            Token);

        while (!done.IsCancellationRequested)
        {
            Assert.StartsWith("access-", (await Open().GetAsync(Token))?.Tokens.AccessToken, StringComparison.Ordinal);
        }

        await writing;
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    protected override ConfluenceTokenStore Open() => new FileTokenStore(File);
}
