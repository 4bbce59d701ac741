using System.Text.Json;
using Confluence.NSwagPeer.V2;

namespace Confluence.Benchmarks.Contenders;

/// <summary>
/// The models of the peer, with the options that its client uses (none). NSwag numbers the types of answers, and a changed document
/// renumbers them: they are taken from the signatures of the methods instead of being named.
/// </summary>
/// <typeparam name="TList">The type of the answer of <c>GET /pages</c>.</typeparam>
internal sealed class NSwagModels<TList>(Func<TList, IEnumerable<PageBulk>> results)
{
    private static readonly JsonSerializerOptions s_options = new();

    public TList Read(byte[] utf8) => JsonSerializer.Deserialize<TList>(utf8, s_options) ?? throw new InvalidOperationException("The document is null.");

    public byte[] Write(TList list) => JsonSerializer.SerializeToUtf8Bytes(list, s_options);

    public IEnumerable<PageBulk> Results(TList list) => results(list);
}

/// <summary>Makes <see cref="NSwagModels{TList}"/> without naming the type.</summary>
internal static class NSwagModels
{
    public static NSwagModels<TList> Of<TList>(Func<NSwagConfluence, Task<TList>> call, Func<TList, IEnumerable<PageBulk>> results)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new NSwagModels<TList>(results);
    }
}
