using System.Runtime.CompilerServices;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval;

/// <summary>Looks users up by account id, as many a request as the operation takes.</summary>
internal sealed class AccountIdLookup(ConfluenceClient client, UserLookupOptions options)
{
    private const int IdsPerRequestOfV2 = 250;

    // The operation passes over what comes after the first hundred, and says nothing.
    private const int IdsPerRequestOfV1 = 100;

    public async IAsyncEnumerable<UserLookup> FindAsync(IReadOnlyList<string> accountIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int size = options.Api == UserLookupApi.V1 ? IdsPerRequestOfV1 : IdsPerRequestOfV2;
        string[][] chunks = [.. accountIds.Distinct(StringComparer.Ordinal).Chunk(size)];
        Dictionary<string, RetrievedUser?> known = new(StringComparer.Ordinal);
        int next = 0;
        int given = 0;

        await foreach (IReadOnlyList<RetrievedUser> users in chunks.ToAsyncEnumerable()
            .SelectInOrderAsync(options.Concurrency, (chunk, token) => AskAsync(chunk, token), cancellationToken).ConfigureAwait(false))
        {
            foreach (string id in chunks[next++])
            {
                known[id] = null;
            }

            foreach (RetrievedUser user in users)
            {
                known[user.AccountId] = user;
            }

            // An id stands anywhere in the caller's list after its first mention, so the list is given as far as answers are known.
            while (given < accountIds.Count && known.TryGetValue(accountIds[given], out RetrievedUser? user))
            {
                yield return new UserLookup(accountIds[given++], user);
            }
        }
    }

    private Task<IReadOnlyList<RetrievedUser>> AskAsync(string[] ids, CancellationToken cancellationToken) =>
        options.Api == UserLookupApi.V1 ? AskV1Async(ids, cancellationToken) : AskV2Async(ids, cancellationToken);

    private async Task<IReadOnlyList<RetrievedUser>> AskV2Async(string[] ids, CancellationToken cancellationToken)
    {
        BulkUsersResponse answer = await client.Users
            .CreateBulkUserLookupAsync(new BulkUsersRequest { AccountIds = ids }, options.Each(new ConfluenceRequestOptions()), cancellationToken).ConfigureAwait(false);
        return [.. from user in answer.Results ?? [] let id = user.AccountId where id is not null select RetrievedUser.Of(user, id)];
    }

    private async Task<IReadOnlyList<RetrievedUser>> AskV1Async(string[] ids, CancellationToken cancellationToken)
    {
        BulkUserLookupCollection answer = await client.V1.Users
            .GetBulkUserLookupAsync(ids, options.Each(new GetBulkUserLookupOptions()), cancellationToken).ConfigureAwait(false);
        return [.. from user in answer.Results ?? [] let id = user.AccountId where id is not null select RetrievedUser.Of(user, id)];
    }
}
