using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Confluence.Generated.Retrieval.Failures;
using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.Retrieval.Site;
using Confluence.Generated.Retrieval.Walking;
using Confluence.Generated.V1;
using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Users;

/// <summary>Looks users up by account id, as many a request as the operation takes.</summary>
internal sealed class AccountIdLookup(ISiteClient client, UserLookupOptions options)
{
    private const int IdsPerRequestOfV2 = 250;

    // The operation passes over what comes after the first hundred, and says nothing.
    private const int IdsPerRequestOfV1 = 100;

    public async IAsyncEnumerable<UserLookup> FindAsync(IReadOnlyList<string> accountIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int size = options.Api == UserLookupApi.V1 ? IdsPerRequestOfV1 : IdsPerRequestOfV2;
        string[][] chunks = [.. accountIds.Distinct(StringComparer.Ordinal).Chunk(size)];
        Dictionary<string, (RetrievedUser? User, RetrievalGap? Gap)> known = new(StringComparer.Ordinal);
        WalkFailures failures = new(client.Watch, options);
        RetrievalGaps gaps = new("users by their account ids", options, client.Transport.Logger);
        int next = 0;
        int given = 0;

        await foreach (PartResult<IReadOnlyList<RetrievedUser>> part in chunks.ToAsyncEnumerable()
            .SelectInOrderAsync(options.Concurrency, (chunk, token) => failures.TryAsync(chunk[0], asking => AskAsync(chunk, asking), token), cancellationToken).ConfigureAwait(false))
        {
            string[] chunk = chunks[next++];
            RetrievalGap? gap = null;
            if (!part.TryGet(out IReadOnlyList<RetrievedUser>? users, out ConfluenceException? error))
            {
                if (part.Failure == PartFailure.RefusedForAll || chunks.Length == 1)
                {
                    ExceptionDispatchInfo.Throw(error); // Nothing can be looked up.
                }

                gap = RetrievalGap.Of($"{chunk.Length} users, from {chunk[0]} on", error);
                gaps.Tell(gap);
            }

            foreach (string id in chunk)
            {
                known[id] = (null, gap);
            }

            foreach (RetrievedUser user in users ?? [])
            {
                known[user.AccountId] = (user, null);
            }

            // An id stands anywhere in the caller's list after its first mention, so the list is given as far as answers are known.
            while (given < accountIds.Count && known.TryGetValue(accountIds[given], out (RetrievedUser? User, RetrievalGap? Gap) found))
            {
                yield return new UserLookup(accountIds[given++], found.User) { Gap = found.Gap };
            }
        }
    }

    private Task<IReadOnlyList<RetrievedUser>> AskAsync(string[] ids, CancellationToken cancellationToken) =>
        options.Api == UserLookupApi.V1 ? AskV1Async(ids, cancellationToken) : AskV2Async(ids, cancellationToken);

    private async Task<IReadOnlyList<RetrievedUser>> AskV2Async(string[] ids, CancellationToken cancellationToken)
    {
        BulkUsersResponse answer = await client.Users
            .LookUpUsersAsync(new BulkUsersRequest { AccountIds = ids }, options.Each(new ConfluenceRequestOptions()), cancellationToken).ConfigureAwait(false);
        return [.. from user in answer.ResultsOrNull ?? [] let id = user.AccountIdOrNull where id is not null select RetrievedUser.Of(user, id)];
    }

    private async Task<IReadOnlyList<RetrievedUser>> AskV1Async(string[] ids, CancellationToken cancellationToken)
    {
        BulkUserLookupCollection answer = await client.V1.Users
            .GetBulkUserLookupAsync(ids, options.Each(new GetBulkUserLookupOptions()), cancellationToken).ConfigureAwait(false);
        return [.. from user in answer.ResultsOrNull ?? [] let id = user.AccountId where id is not null select RetrievedUser.Of(user, id)];
    }
}
