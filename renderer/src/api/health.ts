import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../../protocol/sessions.ts';
import { get } from './client.ts';

/** How the engine is, and which version. */
export const useHealth = () => useQuery({ queryKey: ['health'], queryFn: () => get<Health>('/v1/health') });
